/** Digest of everything that decides what a frame or a sound of a film looks like: 16 hexadecimal digits. */
export declare function engineVersion(): string
