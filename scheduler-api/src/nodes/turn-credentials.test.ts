import { Instant } from '@remote-clerk/shared/domain/time.ts';
import { expect, it } from 'vitest';
import { turnServers } from './turn-credentials.ts';

const now = Instant.parse('2027-03-01T09:00:00.000Z');

it('gives credentials that coturn computes the same, good for twelve hours and naming nobody', () => {
  const urls = ['turn:turn.example.lv:3478', 'turns:turn.example.lv:443?transport=tcp'];
  // printf '1803934800:abc' | openssl dgst -sha1 -hmac north -binary | base64
  expect(turnServers({ urls, secret: 'north' }, now, 'abc')).toEqual([
    { urls, username: '1803934800:abc', credential: 'xN26Z37tL9kYVMd7SqnZ8EWQ0JI=' },
  ]);
});

it('gives no servers where none are configured', () => {
  expect(turnServers(undefined, now, 'abc')).toEqual([]);
});
