// RxDB with its storage in memory (the storages for Node that last are sold, or limited trials).
// node driver.js FOLDER ADDRESS FILE BATCH
import http from 'node:http';
import { createRxDatabase } from 'rxdb/plugins/core';
import { replicateRxCollection } from 'rxdb/plugins/replication';
import { getRxStorageMemory } from 'rxdb/plugins/storage-memory';
import { given, serve } from '../driver.mjs';

const agent = new http.Agent({ keepAlive: true, maxSockets: 2 });
const [host, port] = given.address.split(':');

function ask(method, path, value) {
    const body = value === undefined ? undefined : Buffer.from(JSON.stringify(value));
    const headers = body ? { 'content-type': 'application/json', 'content-length': body.length } : {};
    return new Promise((resolve, reject) => {
        const request = http.request({ host, port, method, path, agent, headers }, (answer) => {
            const chunks = [];
            answer.on('data', (chunk) => chunks.push(chunk));
            answer.on('end', () => resolve(JSON.parse(Buffer.concat(chunks))));
        });
        request.on('error', reject);
        request.end(body);
    });
}

const text = (maxLength) => ({ type: 'string', maxLength });
const schema = {
    version: 0,
    primaryKey: 'id',
    type: 'object',
    properties: {
        id: text(36), kind: text(20), category: text(200), subject: text(200), text: text(10_000),
        language: text(10), citizen: { type: 'object' }, consent: { type: 'object' }, recorded_at: text(30),
        documents: { type: 'array', items: text(200) }, status: text(20), revision: { type: 'number' },
    },
    required: ['id'],
};
const db = await createRxDatabase({ name: given.folder, storage: getRxStorageMemory(), multiInstance: false });
const { complaints } = await db.addCollections({ complaints: { schema } });

async function exchange(ways) {
    const batchSize = Number(given.option);
    const push = { batchSize, handler: (rows) => ask('POST', '/push', rows) };
    const path = (after, limit) => `/pull?at=${after?.at ?? 0}&limit=${limit}`;
    const pull = { batchSize, handler: (after, limit) => ask('GET', path(after, limit)) };
    const state = replicateRxCollection({
        collection: complaints,
        replicationIdentifier: 'centre',
        live: false,
        waitForLeadership: false,
        ...(ways.push && { push }),
        ...(ways.pull && { pull }),
    });
    let failed;
    state.error$.subscribe((error) => (failed ??= error));
    await state.awaitInitialReplication();
    await state.cancel();
    if (failed) throw failed;
}

await serve({
    create: async (records) => {
        const documents = records.map((record) => ({ ...record, revision: 1 }));
        for (let from = 0; from < documents.length; from += 1000) {
            const { error } = await complaints.bulkInsert(documents.slice(from, from + 1000));
            if (error.length) throw new Error(JSON.stringify(error[0]));
        }
    },
    change: async (count) => {
        const found = await complaints.find({ sort: [{ id: 'asc' }], limit: count }).exec();
        for (const one of found) await one.patch({ status: 'in review', revision: one.revision + 1 });
    },
    push: () => exchange({ push: true }),
    pull: () => exchange({ pull: true }),
    sync: () => exchange({ push: true, pull: true }),
    count: () => complaints.count().exec(),
});
