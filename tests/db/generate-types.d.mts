export declare const typesFile: URL
export declare function generateTypes(): Promise<string>
