export function contentSecurityPolicy(supabase?: string): string
export function securityHeaders(supabase?: string): Record<string, string>
export const ASSETS: string
export const ASSET_CACHING: string
export const PAGE_CACHING: string
export const SHARED: string
export const SHARED_HEADERS: Record<string, string>
export const WORKER: string
export const MANIFEST: string
export const MANIFEST_TYPE: string
