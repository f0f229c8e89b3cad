import { newId } from './ids';

it('an id is made of the name, and never one that is taken', () => {
  expect(newId('Win-back e-mail (größer)', [])).toBe('win_back_e_mail_grosser');
  expect(newId('Loyal', ['loyal', 'loyal_2'])).toBe('loyal_3');
  expect(newId('2nd try', [])).toBe('nd_try');
  expect(newId('漢字', [], 'segment')).toBe('segment');
  expect(newId('x'.repeat(200), []).length).toBeLessThanOrEqual(63);
});
