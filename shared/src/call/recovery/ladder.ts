/**
 * The rungs of recovery, the gentlest first. `wait`: it may pass by itself. `resume`: the signalling is taken up again, the media
 * went on. `restart-ice`: a new path for the same transports. `rejoin`: new transports with a new ticket, on whichever node the
 * scheduler-api names. `direct`: peer to peer while there is no node.
 */
export const rungs = ['wait', 'resume', 'restart-ice', 'rejoin', 'direct'] as const;
export type Rung = (typeof rungs)[number];
