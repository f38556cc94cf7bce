import { createHmac, randomUUID } from 'node:crypto';
import type { PushProblem, RightsChanged } from '@remote-clerk/shared/contracts/http/clients.ts';
import { addMilliseconds, epochMilliseconds } from '@remote-clerk/shared/domain/time.ts';
import { Agent, request } from 'undici';
import type { Context } from '../context.ts';
import { isAllowedHost } from '../outbound/allowed-address.ts';
import { AddressNotAllowed, checkedLookup } from '../outbound/checked-lookup.ts';
import { unseal } from '../seal.ts';
import { type Change, createPushesRepository, type Receiver } from './pushes-repository.ts';

/** One message names at most so many people. */
const most = 200;
const deadlineMs = 5_000;
/** After a failure, in milliseconds: twice as long each time, at most an hour. */
const waitAfter = (failures: number) => Math.min(3_600_000, 5_000 * 2 ** (failures - 1));

/**
 * Tells other systems that somebody's rights have changed, signed as Standard Webhooks has it. They are told at least once,
 * and not what the rights are by now: that they ask, so that no message that comes late or twice says something wrong.
 */
export function createPushes({
  db,
  clock,
  config,
  logger,
  grants,
}: Pick<Context, 'db' | 'clock' | 'config' | 'logger' | 'grants'>) {
  const repository = createPushesRepository(db);
  const { key, allowedNetworks } = config.signIn;

  async function post({ id, url, sealedSecret }: Receiver, told: readonly Change[]): Promise<PushProblem | null> {
    if (!isAllowedHost(new URL(url), allowedNetworks)) return 'address-not-allowed';
    const messageId = randomUUID();
    const timestamp = Math.floor(epochMilliseconds(clock.now()) / 1_000);
    const accounts = told.map(({ accountId, username }) => ({ id: accountId, username }));
    const message: RightsChanged = { type: 'rights.changed', timestamp: clock.now(), data: { accounts } };
    const body = JSON.stringify(message);
    const secret = Buffer.from(unseal(sealedSecret, key, id), 'base64');
    const signature = createHmac('sha256', secret).update(`${messageId}.${timestamp}.${body}`).digest('base64');
    const agent = new Agent({ connect: { lookup: checkedLookup(allowedNetworks) }, connections: 1 });
    try {
      const response = await request(url, {
        method: 'POST',
        dispatcher: agent,
        signal: AbortSignal.timeout(deadlineMs),
        headers: {
          'content-type': 'application/json',
          'webhook-id': messageId,
          'webhook-timestamp': `${timestamp}`,
          'webhook-signature': `v1,${signature}`,
        },
        body,
      });
      return response.statusCode >= 200 && response.statusCode < 300 ? null : 'refused';
    } catch (error) {
      return error instanceof AddressNotAllowed ? 'address-not-allowed' : 'unreachable';
    } finally {
      await agent.destroy();
    }
  }

  async function tell(receiver: Receiver): Promise<void> {
    const changes = await repository.listChanges(receiver.id, most);
    const within = await grants.below(receiver.organisationId);
    const [own, others] = [
      changes.filter(({ organisationId }) => within.includes(organisationId)),
      changes.filter(({ organisationId }) => !within.includes(organisationId)),
    ];
    // Whose people are none of the system's business.
    await repository.forget(receiver.id, others);
    const problem = own.length === 0 ? null : await post(receiver, own);
    if (!problem) await repository.forget(receiver.id, own);
    else logger.warn({ clientId: receiver.id, problem }, 'a system could not be told of changed rights');
    const failures = problem ? receiver.failures + 1 : 0;
    const next = problem ? addMilliseconds(clock.now(), waitAfter(failures)) : null;
    await repository.noteResult(receiver.id, { problem, failures, next });
  }

  return {
    async run(): Promise<void> {
      const due = await repository.takeDue(clock.now(), addMilliseconds(clock.now(), 2 * deadlineMs));
      await Promise.all(due.map(tell));
    },
  };
}
