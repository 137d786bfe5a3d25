// Logs the Salesforce libraries of the plugin in to an org: node log-in.mjs PLUGIN USERNAME URL, the access token in the environment.
import { createRequire } from 'node:module';
import path from 'node:path';
import process from 'node:process';

const [, , plugin, username, url] = process.argv;
const { AuthInfo } = createRequire(path.join(plugin, 'package.json'))('@salesforce/core');
const accessTokenOptions = { accessToken: process.env.ORG_ACCESS_TOKEN, instanceUrl: url, loginUrl: url };
const login = await AuthInfo.create({ username, accessTokenOptions });
await login.save();
