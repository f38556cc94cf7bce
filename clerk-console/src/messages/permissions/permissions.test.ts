import { permissionNames } from '@remote-clerk/shared/contracts/permissions.ts';
import { languages } from '@remote-clerk/shared/domain/languages.ts';
import { expect, it } from 'vitest';
import { messages } from '../messages.ts';

it.each(languages)('every permission is said in plain words in %s, and nothing else is', (language) => {
  const said = Object.entries(messages[language]).filter(([key]) => key.startsWith('permission.'));
  expect(said.map(([key]) => key).sort()).toEqual(permissionNames.map((name) => `permission.${name}`).sort());
  expect(
    said.filter(([, words]) => words.trim() === '' || permissionNames.some((name) => words.includes(name))),
  ).toEqual([]);
});
