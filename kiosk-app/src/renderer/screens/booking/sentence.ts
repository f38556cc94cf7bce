/** With a capital letter, for where nothing comes before it: "Piektdien, 27. martā". */
export const sentence = (words: string): string => words.slice(0, 1).toLocaleUpperCase() + words.slice(1);
