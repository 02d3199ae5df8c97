/** @type {import('next').NextConfig} */
const config = {
  poweredByHeader: false,
  reactStrictMode: true,
  // Development prints every address; that of a login holds its code and state.
  logging: { incomingRequests: { ignore: [/^\/api\/auth\//] } },
  // `npm run check` looks at the types of everything; a build on a newcomer's machine need not do it again.
  typescript: { ignoreBuildErrors: true },
  // Static files and pages without a session are compressed; scripts/web.ts switches it off where a page holds secrets.
  compress: true,
  // Native, WASM or very large packages: loaded by Node as they are, never bundled.
  serverExternalPackages: [
    '@myriaddreamin/typst-ts-node-compiler',
    'libxml2-wasm',
    'pg',
    '@prisma/client',
    '@prisma/adapter-pg',
    'bullmq',
    'ioredis',
    'pino',
    'nodemailer',
    'temporal-polyfill',
  ],
  // A folder whose name begins with a dot is invisible to TypeScript and the linter.
  rewrites: () => Promise.resolve([{ source: '/.well-known/security.txt', destination: '/security.txt' }]),
  experimental: {
    // forbidden() of lib/platform/session.ts
    authInterrupts: true,
    // Both limits count; the web process refuses larger bodies before they come here, with a page in Dutch.
    serverActions: { bodySizeLimit: '12mb' },
    proxyClientMaxBodySize: '12mb',
  },
}

// scripts/web.ts sets the headers of every answer (CSP with nonce, HSTS and so on); scripts/web/headers.ts has them.
export default config
