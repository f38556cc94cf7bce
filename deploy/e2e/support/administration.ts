import { randomUUID } from 'node:crypto';
import { routes } from '@remote-clerk/shared/contracts/http/index.ts';
import type { Demo } from '../../dev/run/demo.ts';
import { createStaffClient } from '../../rehearsal/venue/staff-client.ts';

/** @returns what makes a kiosk of its own for whoever asks, and gives the code that enrols it */
export async function openAdministration({ url, demo }: { url: string; demo: Demo }) {
  const client = await createStaffClient(url, accountOf(demo, 'admin'));
  const { contactPoints } = await client.call(routes.listContactPoints);
  return async (name: string, contactPointName = 'Kuldīga'): Promise<string> => {
    const contactPoint = contactPoints.find((one) => one.name === contactPointName);
    if (!contactPoint) throw new Error(`There is no ${contactPointName}`);
    const kiosk = await client.call(routes.createKiosk, {
      body: { contactPointId: contactPoint.id, name },
      idempotencyKey: randomUUID(),
    });
    return (await client.call(routes.createEnrolmentCode, { params: { kioskId: kiosk.id }, body: {} })).code;
  };
}

export function accountOf(demo: Demo, username: string): Demo['accounts'][number] {
  const account = demo.accounts.find((one) => one.username === username);
  if (!account) throw new Error(`There is no ${username}`);
  return account;
}
