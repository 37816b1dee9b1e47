export function WhatAContainerSees() { return null }
