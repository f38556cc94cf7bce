import { expect, it } from 'vitest';
import { toCitizen, wrongFields } from './person.ts';

const jānis = { name: ' Jānis Liepa ', email: '', phone: '', note: '' };

it('needs no e-mail and no telephone', () => {
  expect([...wrongFields(jānis)]).toEqual([]);
  expect(toCitizen(jānis)).toEqual({ name: 'Jānis Liepa', email: null, phone: null });
});

it('names every field that is wrong', () => {
  expect([...wrongFields({ name: ' ', email: 'janis@', phone: '12', note: '' })]).toEqual(['name', 'email', 'phone']);
});
