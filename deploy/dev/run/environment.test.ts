import { describe, expect, it } from 'vitest';
import { readEnvironment, toProcessEnvironment } from './environment.ts';

const read = (source: NodeJS.ProcessEnv) => readEnvironment(source, '/data');

describe('the environment of the servers', () => {
  it('is the loopback where nothing is said', () => {
    expect(read({})).toMatchObject({
      API_HOST: '127.0.0.1',
      PUBLIC_URL: 'http://localhost:4000',
      SFU_PUBLIC_URL: 'http://localhost:4001',
      SFU_API_URL: 'http://localhost:4000',
    });
  });

  it('keeps database and secrets in the data folder', () => {
    expect(read({})).toMatchObject({
      DATABASE_URL: 'sqlite:/data/remote-clerk.sqlite',
      NODE_SECRET_FILE: '/data/secrets/node-secret',
    });
  });

  it('hands mail over to the inbox, unless there is a mail server', () => {
    expect(read({ INBOX_SMTP_PORT: '5025' }).SMTP_URL).toBe('smtp://127.0.0.1:5025');
    expect(read({ SMTP_URL: 'smtp://mail.example' }).SMTP_URL).toBe('smtp://mail.example');
  });

  it('follows a port that is chosen', () => {
    expect(read({ API_PORT: '5000' })).toMatchObject({
      PUBLIC_URL: 'http://localhost:5000',
      SFU_API_URL: 'http://localhost:5000',
    });
  });

  it('takes an empty variable for one that is not set', () => {
    expect(read({ API_PORT: '', PUBLIC_URL: '' })).toMatchObject({ API_PORT: 4000 });
  });

  it('names every setting that is wrong', () => {
    expect(() => read({ API_PORT: 'many', PUBLIC_URL: 'here' })).toThrow(/API_PORT[\s\S]*PUBLIC_URL/);
  });

  it('passes on what it does not know', () => {
    expect(toProcessEnvironment(read({}), { LOG_LEVEL: 'debug' })).toMatchObject({
      LOG_LEVEL: 'debug',
      API_PORT: '4000',
    });
  });
});
