import { HeaderExtensionUri } from '@remote-clerk/shared/contracts/signaling/media.ts';
import type { z } from 'zod';

/** Leaves out the header extensions that mediasoup-client does not know. */
export function knownExtensions<Extension extends { uri: string }>(
  extensions: readonly Extension[] = [],
): Array<Omit<Extension, 'uri'> & { uri: z.infer<typeof HeaderExtensionUri> }> {
  return extensions.flatMap((extension) => {
    const uri = HeaderExtensionUri.safeParse(extension.uri);
    return uri.success ? [{ ...extension, uri: uri.data }] : [];
  });
}
