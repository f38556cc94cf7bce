import { z } from 'zod';

/** TURN servers as browsers name them, separated by commas. */
export const TurnUrls = z
  .string()
  .transform((list) => list.split(',').map((url) => url.trim()))
  .pipe(
    z
      .array(
        z
          .string()
          .regex(
            /^turns?:[\w.:[\]-]+(\?transport=(udp|tcp))?$/,
            'must be turn: or turns: URLs, e.g. turn:turn.example.lv:3478,turns:turn.example.lv:443?transport=tcp',
          ),
      )
      .min(1),
  );

/** `secret` is what coturn calls `static-auth-secret`. */
export type TurnConfig = { urls: string[]; secret: string };
