import type { Page, Route } from '@playwright/test';
import { appointmentRoutes } from '@remote-clerk/shared/contracts/http/appointments.ts';
import { toProblem } from '@remote-clerk/shared/contracts/problem.ts';
import type { FakeBooking } from './fake-booking.ts';

type Answer = { status: number; contentType: string; body: string };

/** Answers the page's requests from memory instead of a server. */
export async function stubBooking(page: Page, fake: FakeBooking): Promise<void> {
  const { findSlots, holdPublicly, confirmPublicly, findPublicly, movePublicly, cancelPublicly } = appointmentRoutes;
  const body = (route: Route): unknown => route.request().postDataJSON();
  const query = (route: Route) => Object.fromEntries(new URL(route.request().url()).searchParams);
  const answers: Record<string, (route: Route) => Promise<unknown>> = {
    [appointmentRoutes.listBookableServices.path]: () => fake.listServices(),
    [findSlots.path]: (route) => {
      const { near, ...rest } = findSlots.query.parse(query(route));
      return fake.findSlots({ ...rest, near: String(near) });
    },
    [holdPublicly.path]: (route) => fake.hold(holdPublicly.body.parse(body(route))),
    [confirmPublicly.path]: (route) => fake.confirm(confirmPublicly.body.parse(body(route))),
    [findPublicly.path]: (route) => fake.find(findPublicly.body.parse(body(route)).code),
    [movePublicly.path]: (route) => fake.move(movePublicly.body.parse(body(route))),
    [cancelPublicly.path]: (route) => fake.cancel(cancelPublicly.body.parse(body(route)).code),
  };
  await page.route('**/api/v1/**', async (route) => {
    const answer = answers[new URL(route.request().url()).pathname];
    await route.fulfill(await answered(() => answer?.(route) ?? Promise.reject(new Error('No such route'))));
  });
}

async function answered(run: () => Promise<unknown>): Promise<Answer> {
  try {
    return { status: 200, contentType: 'application/json', body: JSON.stringify(await run()) };
  } catch (error) {
    const problem = toProblem(error);
    return { status: problem.status, contentType: 'application/problem+json', body: JSON.stringify(problem) };
  }
}
