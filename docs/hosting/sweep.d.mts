export function sweep(options: { url: string; key: string; dryRun?: boolean }): Promise<string[]>
