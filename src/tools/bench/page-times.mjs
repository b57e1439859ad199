// How long pages take, as one signed-in person sees them, on a running product:
//   node src/tools/bench/page-times.mjs http://127.0.0.1:8080 koordinaattori.juva PASSWORD /municipalities/178/indicators …
// Each page is fetched in turn, first to warm up, then ROUNDS times (100 unless set); printed are the median, the 95th
// percentile and the slowest of the whole answers, in milliseconds.
const [base, user, password, ...paths] = process.argv.slice(2);
if (paths.length === 0) {
  console.error('page-times.mjs BASE USER PASSWORD PATH...');
  process.exit(2);
}
const rounds = Number(process.env.ROUNDS ?? 100);
const cookies = new Map();

async function get(path, options = {}) {
  const answer = await fetch(base + path, {
    redirect: 'manual',
    ...options,
    headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; '), 'accept-language': 'fi', ...options.headers },
  });
  for (const cookie of answer.headers.getSetCookie()) {
    const [name, value] = cookie.split(';')[0].split(/=(.*)/s);
    cookies.set(name, value);
  }
  return { status: answer.status, text: await answer.text() };
}

const form = await get('/login');
const token = /name="_csrf"[^>]*value="([^"]+)"/.exec(form.text)?.[1];
await get('/login', { method: 'POST', body: new URLSearchParams({ username: user, password, _csrf: token }) });

for (const path of paths) {
  for (let n = 0; n < 30; n++) {
    const { status } = await get(path);
    if (status !== 200) {
      console.error(`${path}: HTTP ${status}`);
      process.exit(1);
    }
  }
  const times = [];
  let size = 0;
  for (let n = 0; n < rounds; n++) {
    const begin = performance.now();
    size = (await get(path)).text.length;
    times.push(performance.now() - begin);
  }
  times.sort((a, b) => a - b);
  const at = (share) => times[Math.min(times.length - 1, Math.floor(share * times.length))].toFixed(0);
  console.log(`${path}: median ${at(0.5)} ms, p95 ${at(0.95)} ms, slowest ${at(1)} ms (${rounds} times, ${Math.round(size / 1024)} kB)`);
}
