export declare const chromiumArgs: string[]
/** The path of a Chromium on this machine, or nothing when there is none. */
export declare function findChromium(): string | undefined
