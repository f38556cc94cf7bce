/**
 * Runs `work` for a key, and once more if it was called meanwhile: many changes at once are shown once, and the last one is
 * never missed. Different keys run beside each other.
 */
export function coalesce<Key>(
  work: (key: Key) => Promise<void>,
  onFailure: (error: unknown) => void,
): (key: Key) => void {
  const again = new Map<Key, boolean>();

  async function run(key: Key): Promise<void> {
    do {
      again.set(key, false);
      await work(key).catch(onFailure);
    } while (again.get(key));
    again.delete(key);
  }

  return (key) => {
    if (again.has(key)) again.set(key, true);
    else void run(key);
  };
}
