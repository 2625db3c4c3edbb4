export declare const chromiumArgs: string[]
/** The path of a Chromium on this machine, or nothing when there is none. */
export declare function findChromium(): string | undefined
/** Playwright's launch options for that Chromium. */
export declare function launchOptions(): { executablePath?: string; args: string[] }
