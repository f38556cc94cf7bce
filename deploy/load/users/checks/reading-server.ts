import { createSchedulerApi } from '../../../../scheduler-api/src/app.ts';
import { readConfig } from '../../../../scheduler-api/src/config/read-config.ts';
import { createFeatures } from '../../../../scheduler-api/src/features.ts';
import type { Authenticator } from '../../../../scheduler-api/src/http/authentication.ts';
import type { Principal } from '../../../../scheduler-api/src/http/principal.ts';

/** The scheduler-api; `unchecked` looks who sends a request up once and believes it ever after. Says where it listens. */
const isChecked = process.argv[2] !== 'unchecked';

function believing(known: Authenticator): Authenticator {
  const believed = new Map<string, Promise<Principal | undefined>>();
  return {
    ...known,
    authenticate(credential) {
      const answer = believed.get(credential) ?? known.authenticate(credential);
      believed.set(credential, answer);
      return answer;
    },
  };
}

const config = { ...readConfig(process.env), port: 0 };
const api = await createSchedulerApi({
  config,
  overrides: {
    jobs: 'by-hand',
    features: (context) =>
      createFeatures(context).map((feature) => ({
        ...feature,
        authenticators: (feature.authenticators ?? []).map((one) => (isChecked ? one : believing(one))),
      })),
  },
});
process.once('SIGTERM', () => void api.close());
console.log(api.url);
