import { loadavg } from 'node:os';
import { samples } from '@/lib/scenarios/load-samples';
import { expect, test } from '../support/e2e';

test('the report of all fifteen scenarios, and who else is served meanwhile', async ({ asAnna }) => {
  const { request } = asAnna;
  const name = { en: 'Business scenarios', de: 'Geschäftsszenarien', zh: '业务场景集' };
  const made = await request.post('/api/collections', { data: { name, description: { en: '', de: '', zh: '' }, authenticLanguages: ['en'], requestId: crypto.randomUUID() } });
  const { collection } = (await made.json()) as { collection: string };
  for (const { file } of samples) {
    const { id } = (await (await request.post('/api/scenarios', { data: file })).json()) as { id: string };
    expect((await request.post(`/api/collections/${collection}/scenarios`, { data: { scenario: id } })).ok()).toBe(true);
  }
  for (const format of ['pdf', 'docx'] as const)
    for (const language of ['en', 'de', 'zh'] as const) {
      const others: number[] = [];
      let isDone = false;
      const began = performance.now();
      const report = request.get(`/api/collections/${collection}/report?format=${format}&lang=${language}`, { timeout: 240_000 }).finally(() => (isDone = true));
      while (!isDone) {
        const asked = performance.now();
        await request.get('/api/health');
        others.push(performance.now() - asked);
        await new Promise((resolve) => setTimeout(resolve, 10));
      }
      const response = await report;
      expect(response.ok()).toBe(true);
      const size = (await response.body()).byteLength;
      others.sort((a, b) => a - b);
      console.log(
        `report of ${samples.length} scenarios as ${format}, ${language}: ${((performance.now() - began) / 1000).toFixed(1)} s, ${(size / 1e6).toFixed(1)} MB; another request meanwhile: median ${others[others.length >> 1]!.toFixed(0)} ms, slowest ${others.at(-1)!.toFixed(0)} ms of ${others.length} (load ${loadavg()[0]!.toFixed(1)})`,
      );
    }
});
