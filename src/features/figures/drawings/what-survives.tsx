export function WhatSurvives() { return null }
