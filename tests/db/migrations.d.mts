export declare const hostedSql: string
export declare const migrations: { name: string; sql: string }[]
