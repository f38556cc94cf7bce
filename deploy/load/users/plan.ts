import type { Random } from '@remote-clerk/shared/domain/simulation/random.ts';

/** Who is there for so many users: three clerks at a contact point, about eight specialists in an institution, ten institutions at most. */
export function headcount(users: number) {
  const clerks = Math.round(users * 0.6);
  const specialists = users - clerks;
  const contactPoints = Math.ceil(clerks / 3);
  return {
    clerks,
    specialists,
    contactPoints,
    kiosks: contactPoints * 2,
    institutions: Math.max(2, Math.min(10, Math.ceil(specialists / 8))),
  };
}
export type Headcount = ReturnType<typeof headcount>;

/** Means of how long people take, in milliseconds. A consultation is far shorter than in life, so that each has several. */
export const means = {
  /** Between two actions. */
  think: 3_000,
  /** Until somebody answers what rings, or comes to the kiosk that they are called to. */
  react: 1_500,
  talk: 8_000,
  /** Until the next citizen comes to a kiosk without a number. */
  walkIn: 45_000,
};

/** Exponential, as the times between what many people do are; at most four times the mean. In milliseconds. */
export const thinkMs = (random: Random, mean: number): number =>
  Math.min(4 * mean, -mean * Math.log(1 - random.next()));

export const clerkTasks = {
  book: 30,
  move: 8,
  cancel: 6,
  'list today': 16,
  'read the room': 14,
  'give a ticket': 14,
  'hold a ticket': 4,
  'resume a ticket': 5,
  'cancel a ticket': 3,
  'check in': 4,
};
export type ClerkTask = keyof typeof clerkTasks;

export const specialistTasks = { 'read the desk': 4, 'read the week': 3, 'list cases': 3, 'step away': 1 };
export type SpecialistTask = keyof typeof specialistTasks;

/** What somebody does next, of what is possible. @param weights how often, against each other */
export function nextTask<Task extends string>(
  weights: Readonly<Record<Task, number>>,
  random: Random,
  isPossible: (task: Task) => boolean = () => true,
): Task {
  const tasks: Task[] = [];
  for (const task in weights) if (isPossible(task)) tasks.push(task);
  return random.pick(tasks, (task) => weights[task]);
}
