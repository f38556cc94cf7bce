import { createAuditFeature } from './audit/feature.ts';
import type { Context } from './context.ts';
import type { Feature } from './feature.ts';
import { createIdentity } from './identity/feature.ts';

/** Every feature of the server; one that needs another's service is given it here. */
export function createFeatures(context: Context): Feature[] {
  return [createIdentity(context), createAuditFeature(context)];
}
