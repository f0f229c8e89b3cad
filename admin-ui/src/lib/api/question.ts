// Of this page, so that two tabs of one person do not end each other's questions.
const PAGE = crypto.getRandomValues(new Uint32Array(2)).reduce((text, part) => text + part.toString(36), '');
let asked = 0;

/** The header of the next question of a series: its name, and a number that grows. */
export const nextQuestion = (series: string) => `${PAGE}-${series.replace(/[^A-Za-z0-9_-]/g, '')} ${++asked}`;
