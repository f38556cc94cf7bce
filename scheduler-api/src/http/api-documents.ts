import { fileURLToPath } from 'node:url';
import type { Route } from '@remote-clerk/shared/contracts/http/route.ts';
import express, { Router } from 'express';
import { docsPage, docsScript } from './docs-page.ts';
import { openApiDocument } from './openapi.ts';

const assets = new Set(['swagger-ui.css', 'swagger-ui-bundle.js', 'favicon-32x32.png']);
const assetDirectory = fileURLToPath(new URL('.', import.meta.resolve('swagger-ui-dist/package.json')));

/** The API's description, for programs at /openapi.json and for people at /docs. */
export function apiDocuments(contract: Record<string, Route>, publicOrigin: string): Router {
  const router = Router();
  const document = openApiDocument(contract, publicOrigin);
  router.get('/openapi.json', (_request, response) => void response.json(document));
  router.get('/docs', (_request, response) => void response.type('html').send(docsPage));
  router.get('/docs/start.js', (_request, response) => void response.type('js').send(docsScript));
  router.use('/docs', (request, _response, next) => next(assets.has(request.path.slice(1)) ? undefined : 'router'));
  router.use('/docs', express.static(assetDirectory, { index: false, maxAge: '1h' }));
  return router;
}
