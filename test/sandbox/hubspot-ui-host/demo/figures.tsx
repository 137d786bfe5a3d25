import { useState } from 'react';
import {
  Alert,
  AutoGrid,
  BarChart,
  Box,
  Card,
  DescriptionList,
  DescriptionListItem,
  Divider,
  EmptyState,
  ErrorState,
  Flex,
  Heading,
  Icon,
  Illustration,
  Inline,
  LineChart,
  List,
  LoadingSpinner,
  ProgressBar,
  ScoreCircle,
  Spacer,
  Stack,
  Statistics,
  StatisticsItem,
  StatisticsTrend,
  StatusTag,
  Table,
  TableBody,
  TableCell,
  TableFooter,
  TableHead,
  TableHeader,
  TableRow,
  Tag,
  Text,
  Textarea,
  Tile,
  iconNames,
} from '@hubspot/ui-extensions';
import { hear, heard } from './heard.ts';

const alerts = ['info', 'warning', 'success', 'error', 'danger', 'tip'] as const;
const months = [
  { month: 'Jan', leads: 31, tier: 'SMB' },
  { month: 'Jan', leads: 12, tier: 'Enterprise' },
  { month: 'Feb', leads: 44, tier: 'SMB' },
  { month: 'Feb', leads: 20, tier: 'Enterprise' },
];
const days = [
  { day: Date.UTC(2026, 0, 5), misses: 4 },
  { day: Date.UTC(2026, 0, 12), misses: 2 },
  { day: Date.UTC(2026, 0, 19), misses: 7 },
];

/** Everything that only shows. */
export function Figures() {
  const [page, setPage] = useState(1);
  const [sort, setSort] = useState<'ascending' | 'descending' | 'none'>('none');
  return (
    <Flex direction="column" gap="md">
      {alerts.map((variant) => (
        <Alert key={variant} title={`An alert: ${variant}`} variant={variant}>
          With{' '}
          <Text inline format={{ fontWeight: 'bold' }}>
            bold
          </Text>{' '}
          words.
        </Alert>
      ))}
      <Flex gap="lg" align="center" wrap="wrap">
        {[82, 50, 12, 140].map((score) => (
          <ScoreCircle key={score} score={score} />
        ))}
        <Heading>A heading</Heading>
        <LoadingSpinner label="Loading the score" showLabel />
        <LoadingSpinner label="Loading quietly" size="xs" />
        <Icon name="flame" color="alert" size="lg" screenReaderText="hot" />
      </Flex>
      <Statistics>
        <StatisticsItem label="Leads" number="4,318">
          <StatisticsTrend direction="increase" value="9 %" />
        </StatisticsItem>
        <StatisticsItem label="Misses" number={12} id="misses">
          <StatisticsTrend direction="decrease" value="3 %" color="green" />
        </StatisticsItem>
      </Statistics>
      <AutoGrid columnWidth={220} flexible gap="md">
        <Tile>
          <Text format={{ fontWeight: 'demibold' }}>Tile</Text>
          <Text variant="microcopy">Small words</Text>
        </Tile>
        <Tile compact>
          <Text format={{ italic: true, lineDecoration: 'underline' }}>Compact</Text>
        </Tile>
        <Tile flush>
          <Text truncate={{ maxWidth: 120, tooltipText: 'All of it' }}>A long line that is cut somewhere</Text>
        </Tile>
        <Card>
          <Text format={{ textTransform: 'sentenceCase' }}>FROM CAPITALS</Text>
        </Card>
      </AutoGrid>
      <AutoGrid columnWidth={100}>
        <Text>fixed</Text>
        <Text>columns</Text>
      </AutoGrid>
      <Flex gap="sm">
        <Box flex={2}>
          <Text>Two thirds</Text>
        </Box>
        <Box flex={1} alignSelf="center">
          <Text>One third</Text>
        </Box>
      </Flex>
      <Stack distance="sm">
        <Text>stacked</Text>
        <Text>below</Text>
      </Stack>
      <Inline gap="xs" justify="between">
        {(['default', 'warning', 'success', 'error', 'info'] as const).map((variant) => (
          <Tag key={variant} variant={variant}>
            {variant}
          </Tag>
        ))}
        {(['danger', 'warning', 'info', 'success', 'default'] as const).map((variant) => (
          <StatusTag key={variant} variant={variant} hollow={variant === 'default'}>
            {variant}
          </StatusTag>
        ))}
      </Inline>
      <ProgressBar
        title="Load"
        value={150}
        maxValue={250}
        valueDescription="150 out of 250"
        showPercentage
        variant="warning"
      />
      <ProgressBar aria-label="Nothing yet" />
      <DescriptionList direction="row">
        <DescriptionListItem label="Owner">
          <Text>Ana</Text>
        </DescriptionListItem>
        <DescriptionListItem label="Pool">
          <Text>East</Text>
        </DescriptionListItem>
      </DescriptionList>
      {(['unordered', 'unordered-styled', 'ordered', 'ordered-styled', 'inline', 'inline-divided'] as const).map(
        (variant) => (
          <List key={variant} variant={variant}>
            <Text>one</Text>
            <Text>two</Text>
          </List>
        ),
      )}
      <Divider />
      <Spacer size="lg" />
      <Table
        bordered
        density="condensed"
        paginated
        page={page}
        pageCount={9}
        showFirstLastButtons
        maxVisiblePageButtons={3}
        onPageChange={(next) => {
          heard('Table.onPageChange', next);
          setPage(next);
        }}
      >
        <TableHead>
          <TableRow>
            <TableHeader
              sortDirection={sort}
              onSortChange={(next) => {
                heard('TableHeader', next);
                setSort(next);
              }}
            >
              Rule
            </TableHeader>
            <TableHeader align="right" width="min">
              Leads
            </TableHeader>
            <TableHeader sortDirection="ascending" disabled onSortChange={hear('TableHeader.disabled')}>
              Fixed
            </TableHeader>
          </TableRow>
        </TableHead>
        <TableBody>
          {['East enterprise', 'SMB'].map((rule) => (
            <TableRow key={rule}>
              <TableCell>{rule}</TableCell>
              <TableCell align="right">12</TableCell>
              <TableCell width={200}>East enterprise pool</TableCell>
            </TableRow>
          ))}
        </TableBody>
        <TableFooter>
          <TableRow>
            <TableCell colSpan={3}>Together 24</TableCell>
          </TableRow>
        </TableFooter>
      </Table>
      <BarChart
        data={{ data: months, options: { propertyLabels: { tier: { SMB: 'Small companies' } } } }}
        axes={{
          x: { field: 'month', fieldType: 'category', label: 'Month' },
          y: { field: 'leads', fieldType: 'linear', label: 'Leads' },
          options: { groupFieldByColor: 'tier', stacking: true, colors: { Enterprise: 'darkBlue' } },
        }}
        options={{ title: 'Leads by month', showLegend: true, showDataLabels: true, showTooltips: true }}
      />
      <BarChart
        data={months.slice(0, 2)}
        axes={{ x: { field: 'leads', fieldType: 'linear' }, y: { field: 'tier', fieldType: 'category' } }}
      />
      <LineChart
        data={days}
        axes={{
          x: { field: 'day', fieldType: 'datetime', label: 'Week' },
          y: { field: 'misses', fieldType: 'linear', label: 'Misses' },
        }}
        options={{ title: 'Misses by week', colorList: ['purple'], showDataLabels: true }}
      />
      <EmptyState title="No rules yet" layout="vertical" imageName="building" imageWidth={120}>
        <Text>Write the first one.</Text>
      </EmptyState>
      <EmptyState title="No reps" flush reverseOrder>
        <Text>Add people.</Text>
      </EmptyState>
      <ErrorState title="Nothing came back" type="support">
        <Text>Try again.</Text>
      </ErrorState>
      <Illustration name="leads" alt="Leads" width={80} height={80} />
      <Textarea name="old" label="The old spelling" />
      <Inline gap="xs">
        {Object.keys(iconNames).map((name) => (
          <Icon key={name} name={name as keyof typeof iconNames} size="sm" />
        ))}
      </Inline>
    </Flex>
  );
}
