import type { Route } from '@remote-clerk/shared/contracts/http/route.ts';
import { Router } from 'express';
import { openApiDocument } from './openapi.ts';

/** The API's description, for programs at /openapi.json and for people at /docs. */
export function apiDocuments(contract: Record<string, Route>, publicOrigin: string): Router {
  const router = Router();
  const document = openApiDocument(contract, publicOrigin);
  router.get('/openapi.json', (_request, response) => void response.json(document));
  return router;
}
