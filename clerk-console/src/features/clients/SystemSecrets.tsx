import type { clientRoutes } from '@remote-clerk/shared/contracts/http/clients.ts';
import type { RouteReply } from '@remote-clerk/shared/contracts/http/route.ts';
import { Notice } from '@remote-clerk/shared/ui/Notice.tsx';
import { useMessages } from '../../messages/use-messages.ts';
import styles from './SystemSecrets.module.css';

/** What whoever runs the other system has to write down: it is shown this once. */
export function SystemSecrets({ told }: { readonly told: RouteReply<typeof clientRoutes.createClient> }) {
  const say = useMessages();
  const rows = [
    [say('system.client-id'), told.client.id],
    [say('system.client-secret'), told.clientSecret],
    ...(told.pushSecret ? [[say('system.push-secret'), told.pushSecret]] : []),
  ];
  return (
    <Notice tone="info" title={say('system.secret', { system: told.client.name })} todo={say('system.secret.help')}>
      <dl className={styles.secrets}>
        {rows.map(([name, value]) => (
          <div key={name} className={styles.row}>
            <dt>{name}</dt>
            <dd className={styles.value}>{value}</dd>
          </div>
        ))}
      </dl>
    </Notice>
  );
}
