export function hostingFiles(): Record<
  'public/_headers' | 'vercel.json' | 'docs/hosting/nginx-headers.conf',
  string
>
