import { existsSync } from 'node:fs';
import { join } from 'node:path';
import compression from 'compression';
import express, { Router } from 'express';

/** Where each built front end lies, by the address under which it is served. */
export type FrontEnds = Record<`/${string}`, string>;

/** Serves single-page applications: files as they are, and `index.html` for every other address below. */
export function frontEnds(directories: FrontEnds): Router {
  const router = Router();
  for (const [path, directory] of Object.entries(directories)) {
    router.use(
      path,
      // Pages only: they hold no secret that the length of an answer could give away.
      compression(),
      express.static(directory, {
        setHeaders: (response, file) => {
          // The bundler puts a hash of the content into the names of what it writes below assets/.
          const lasting = file.includes(`${join(directory, 'assets')}/`);
          response.setHeader('Cache-Control', lasting ? 'public, max-age=31536000, immutable' : 'no-cache');
        },
      }),
    );
    router.get(`${path}{/*rest}`, (request, response, next) => {
      const isPage = request.accepts('html') && !request.path.slice(path.length).includes('.');
      if (!isPage) return next();
      const page = join(directory, 'index.html');
      if (existsSync(page)) return response.set('Cache-Control', 'no-cache').sendFile(page);
      return response.status(503).type('text').send('This page has not been built yet.');
    });
  }
  router.get('/', (_request, response) => response.redirect('/console/'));
  return router;
}
