import type { Plugin } from 'vite'

export const BUILD_COOKIE: string
export function newerBuild(): Plugin
