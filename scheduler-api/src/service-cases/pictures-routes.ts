import { peopleRoutes } from '@remote-clerk/shared/contracts/http/people.ts';
import { bind } from '../http/bind.ts';
import type { Pictures } from './pictures.ts';

export function createPictureRoutes({ pictures }: { pictures: Pictures }) {
  return [
    bind(peopleRoutes.savePicture, ({ params, body, principal, scope }) =>
      pictures.save(scope, principal, params.consultationId, body.jpeg),
    ),
    bind(peopleRoutes.readPicture, async ({ params, scope, principal }) => ({
      jpeg: await pictures.read(scope, principal.accountId, params.caseId, params.pictureId),
    })),
    bind(peopleRoutes.deletePicture, async ({ params, scope, ...request }) => {
      await pictures.delete(scope, request, params.caseId, params.pictureId);
      return {};
    }),
  ];
}
