import type { Route } from '@remote-clerk/shared/contracts/http/route.ts';

export const openApiDocument = (_contract: Record<string, Route>, url: string) => ({
  openapi: '3.1.0',
  servers: [{ url }],
});
