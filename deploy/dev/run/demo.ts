import { readFileSync } from 'node:fs';
import { z } from 'zod';

const demoSchema = z.object({
  accounts: z.array(
    z.object({
      username: z.string(),
      password: z.string(),
      name: z.string(),
      role: z.string(),
      place: z.string(),
    }),
  ),
  /** None in demo data that are older than they. */
  identityProviders: z
    .array(z.object({ name: z.string(), clientId: z.string(), domain: z.string(), backChannelLogoutUri: z.url() }))
    .default([]),
  kiosks: z.array(z.object({ name: z.string(), contactPoint: z.string(), enrolmentCode: z.string() })),
});

/** The invented people and kiosks that the demo data holds. */
export type Demo = z.infer<typeof demoSchema>;

export function readDemo(file: string): Demo {
  return demoSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
}
