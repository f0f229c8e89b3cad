/** Opens the console and signs in, if nobody is. */
export async function signIn({ page, errors }, server) {
  await page.goto(server.url);
  await page.locator('h1').first().waitFor({ state: 'attached' });
  // The made-up server knows one session only, whichever browser asks.
  if ((await page.getByLabel('User name').count()) > 0) {
    await page.getByLabel('User name').fill(server.username);
    await page.getByLabel('Password').fill(server.password);
    await page.keyboard.press('Enter');
  }
  await page.getByRole('link', { name: 'Customer desk' }).waitFor();
  // The answer 401 to "who is signed in" is how the sign-in page knows; the browser logs it.
  errors.splice(0);
}
