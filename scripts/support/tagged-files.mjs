import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { workspace } from './workspace.mjs'

/** @param {string} folder from the root @returns {string[]} test files in it, from the root too */
const testsIn = folder =>
  readdirSync(join(workspace, folder), { withFileTypes: true }).flatMap(entry => {
    const path = `${folder}/${entry.name}`
    if (entry.isDirectory()) return /node_modules|dist/.test(entry.name) ? [] : testsIn(path)
    return /\.test\.tsx?$/.test(entry.name) ? [path] : []
  })

/** All test files, from the root. */
export const testFiles = () => [...testsIn('packages'), ...testsIn('tests')]

/**
 * Test files that have tests with a tag, written as `tags: ['…']`. Vitest loads every file of a
 * project to find out, which takes longer than most of these tests.
 *
 * @param {string} tag
 */
export const taggedFiles = tag =>
  testFiles().filter(file =>
    readFileSync(join(workspace, file), 'utf8').includes(`tags: ['${tag}']`),
  )
