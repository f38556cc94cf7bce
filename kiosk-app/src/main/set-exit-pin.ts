import { createInterface } from 'node:readline/promises';
import { staffPin } from './exit/exit-pin.ts';
import type { StaffExit } from './exit/staff-exit.ts';

/** Reads one line from standard input: a PIN among the arguments would show in the list of processes. */
export const setExitPinFromInput = async (staffExit: StaffExit): Promise<void> => {
  const lines = createInterface({ input: process.stdin });
  const pin = await new Promise<string>((resolve) => {
    lines.once('line', resolve);
    lines.once('close', () => resolve(''));
  });
  lines.close();
  await staffExit.setPin(staffPin.parse(pin.trim()));
};
