import { describe, expect, it } from 'vitest';
import { readEnvironment, toProcessEnvironment } from './environment.ts';

describe('the environment of the servers', () => {
  it('is the loopback where nothing is said', () => {
    expect(readEnvironment({})).toMatchObject({
      API_HOST: '127.0.0.1',
      PUBLIC_URL: 'http://localhost:4000',
      SFU_PUBLIC_URL: 'http://localhost:4001',
      SFU_API_URL: 'http://localhost:4000',
    });
  });

  it('follows a port that is chosen', () => {
    expect(readEnvironment({ API_PORT: '5000' })).toMatchObject({
      PUBLIC_URL: 'http://localhost:5000',
      SFU_API_URL: 'http://localhost:5000',
    });
  });

  it('names every setting that is wrong', () => {
    const read = () => readEnvironment({ API_PORT: 'many', PUBLIC_URL: 'here' });
    expect(read).toThrow(/API_PORT[\s\S]*PUBLIC_URL/);
  });

  it('passes on what it does not know', () => {
    const env = toProcessEnvironment(readEnvironment({}), { LOG_LEVEL: 'debug' });
    expect(env).toMatchObject({ LOG_LEVEL: 'debug', API_PORT: '4000' });
  });
});
