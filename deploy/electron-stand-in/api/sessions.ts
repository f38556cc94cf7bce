import { StandInSession } from './session.ts';
import { theBrowser } from './the-browser.ts';

const partitions = new Map<string, StandInSession>();

const fromPartition = (partition: string): StandInSession => {
  if (partition.startsWith('persist:')) throw new Error('The stand-in keeps no partition on disk.');
  const session = partitions.get(partition) ?? new StandInSession(theBrowser);
  partitions.set(partition, session);
  return session;
};

export const session = { defaultSession: new StandInSession(theBrowser), fromPartition };
