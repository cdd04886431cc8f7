// PouchDB's own server on LevelDB: node server.js PORT FOLDER. Ends when its standard input ends.
import fs from 'node:fs';
import express from 'express';
import PouchDB from 'pouchdb';
import makeHandler from 'express-pouchdb';

const [port, folder] = process.argv.slice(2);
fs.mkdirSync(folder, { recursive: true });
const handler = makeHandler(PouchDB.defaults({ prefix: folder + '/' }), {
    mode: 'minimumForPouchDB',
    inMemoryConfig: true,
    logPath: folder + '/log.txt',
});
express().use('/db', handler).listen(Number(port), '127.0.0.1');
process.stdin.on('end', () => process.exit(0)).resume();
