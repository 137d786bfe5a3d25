import { logger } from '@hubspot/ui-extensions';

logger.info('It never calls extend.');
