// PouchDB as an office would use it: a database on LevelDB, replicated with PouchDB's own server.
// node driver.js FOLDER ADDRESS FILE BATCH
import PouchDB from 'pouchdb';
import { given, serve } from '../driver.mjs';

const db = new PouchDB(given.folder, { auto_compaction: false });
// The address is part of the name of a checkpoint, so a client keeps the one it has.
const remote = new PouchDB(`http://${given.address}/db/complaints`);
const options = { batch_size: Number(given.option) };

async function store(documents) {
    for (let from = 0; from < documents.length; from += 1000) {
        for (const outcome of await db.bulkDocs(documents.slice(from, from + 1000))) {
            if (outcome.error) throw outcome;
        }
    }
}

await serve({
    create: (records) => store(records.map(({ id, ...rest }) => ({ _id: id, ...rest }))),
    change: async (count) => {
        const found = await db.allDocs({ include_docs: true, limit: count });
        await store(found.rows.map((row) => ({ ...row.doc, status: 'in review', changed_at: Date.now() })));
    },
    push: async () => {
        const done = await db.replicate.to(remote, options);
        if (done.doc_write_failures) throw new Error('not everything was written');
    },
    pull: () => db.replicate.from(remote, options),
    sync: () => db.sync(remote, options),
    count: async () => (await db.info()).doc_count,
});
