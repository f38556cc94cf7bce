/**
 * Runs `work` for a key at once, and once more after a rest if it was called meanwhile: many changes one after another are
 * shown together, and the last one is never missed. Different keys run beside each other.
 */
export function coalesce<Key>(
  work: (key: Key) => Promise<void>,
  { onFailure, rest }: { onFailure: (error: unknown) => void; rest: () => Promise<unknown> },
): (key: Key) => void {
  const again = new Map<Key, boolean>();

  async function run(key: Key): Promise<void> {
    do {
      again.set(key, false);
      await work(key).catch(onFailure);
      await rest();
    } while (again.get(key));
    again.delete(key);
  }

  return (key) => {
    if (again.has(key)) again.set(key, true);
    else void run(key);
  };
}
