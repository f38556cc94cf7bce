import type { RequestHandler } from 'express';
import helmet from 'helmet';
import type { Config } from '../config/config.ts';

type SecurityConfig = Pick<Config, 'publicOrigin' | 'https' | 'mediaOrigins'>;

const webSocket = (origin: string) => origin.replace(/^http/, 'ws');

/** Headers that keep the front ends' pages to what they are made of. */
export function securityHeaders({ publicOrigin, https, mediaOrigins }: SecurityConfig): RequestHandler[] {
  return [
    helmet({
      contentSecurityPolicy: {
        useDefaults: false,
        directives: {
          defaultSrc: ["'none'"],
          scriptSrc: ["'self'"],
          styleSrc: ["'self'"],
          fontSrc: ["'self'"],
          imgSrc: ["'self'", 'data:', 'blob:'],
          mediaSrc: ["'self'", 'blob:'],
          workerSrc: ["'self'"],
          manifestSrc: ["'self'"],
          // Not every browser counts ws: as 'self'.
          connectSrc: ["'self'", webSocket(publicOrigin), ...mediaOrigins.flatMap((url) => [url, webSocket(url)])],
          baseUri: ["'none'"],
          formAction: ["'none'"],
          frameAncestors: ["'none'"],
        },
      },
      strictTransportSecurity: https && { maxAge: 365 * 24 * 3600, includeSubDomains: false },
      referrerPolicy: { policy: 'no-referrer' },
      crossOriginEmbedderPolicy: false,
      xFrameOptions: { action: 'deny' },
    }),
    (_request, response, next) => {
      response.setHeader(
        'Permissions-Policy',
        'camera=(self), microphone=(self), display-capture=(self), fullscreen=(self), autoplay=(self), geolocation=(), payment=(), usb=()',
      );
      next();
    },
  ];
}
