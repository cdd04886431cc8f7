// Loro: one document that holds all complaints, kept as a snapshot in a file, exchanged by version vectors.
// node driver.js FOLDER ADDRESS FILE
import fs from 'node:fs';
import http from 'node:http';
import { LoroDoc, LoroMap, VersionVector } from 'loro-crdt';
import { given, serve } from '../driver.mjs';

fs.mkdirSync(given.folder, { recursive: true });
const doc = new LoroDoc();
const complaints = doc.getMap('complaints');
const agent = new http.Agent({ keepAlive: true, maxSockets: 1 });
const [host, port] = given.address.split(':');

function ask(method, path, body) {
    const headers = { 'content-length': body?.length ?? 0 };
    return new Promise((resolve, reject) => {
        const request = http.request({ host, port, method, path, agent, headers }, (answer) => {
            const chunks = [];
            answer.on('data', (chunk) => chunks.push(chunk));
            answer.on('end', () => resolve(Buffer.concat(chunks)));
        });
        request.on('error', reject);
        request.end(body && Buffer.from(body));
    });
}

/** The whole document is written anew after each command: Loro has no store of its own. */
function keep() {
    const file = fs.openSync(given.folder + '/document', 'w');
    fs.writeSync(file, doc.export({ mode: 'snapshot' }));
    fs.fsyncSync(file);
    fs.closeSync(file);
}

function set(id, fields) {
    const map = complaints.get(id) ?? complaints.setContainer(id, new LoroMap());
    for (const [name, value] of Object.entries(fields)) {
        map.set(name, value !== null && typeof value === 'object' ? JSON.stringify(value) : value);
    }
    doc.commit();
}

async function exchange() {
    const theirs = VersionVector.decode(await ask('GET', '/version'));
    const mine = doc.version();
    const order = mine.compare(theirs); // undefined: each has something that the other lacks
    if (order !== 0 && !(order < 0)) await ask('POST', '/update', doc.export({ mode: 'update', from: theirs }));
    if (order !== 0 && !(order > 0)) doc.import(await ask('POST', '/since', mine.encode()));
    if (order !== 0) keep();
}

await serve({
    create: (records) => {
        for (const { id, ...fields } of records) set(id, fields);
        keep();
    },
    change: (count) => {
        for (const id of complaints.keys().sort().slice(0, count)) {
            set(id, { status: 'in review', changed_at: Date.now() });
        }
        keep();
    },
    push: exchange,
    pull: exchange,
    sync: exchange,
    count: () => complaints.size,
});
