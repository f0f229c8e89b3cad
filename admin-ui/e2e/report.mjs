// Counts what passed and what failed, and ends with the line that test runners print.
let passed = 0;
const failures = [];

export async function check(name, run) {
  const start = performance.now();
  try {
    const problem = await run();
    if (problem) throw new Error(problem);
    passed++;
    console.log(`ok    ${name} (${((performance.now() - start) / 1000).toFixed(1)} s)`);
  } catch (error) {
    failures.push(name);
    console.log(`FAIL  ${name}: ${error.message.split('\n').slice(0, 6).join('\n      ')}`);
  }
}

export function finish() {
  console.log(`${passed} passed, ${failures.length} failed`);
  process.exitCode = failures.length > 0 ? 1 : 0;
}
